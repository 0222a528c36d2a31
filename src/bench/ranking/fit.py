"""Fits the trees that put found articles in order, and tells by five folds what they are worth.

usage: fit.py OUT FOLD_0 … FOLD_4, the files that org.yilian.knowledge.RankingData wrote, each of the
questions of one fold at a base of the other four. With numpy and lightgbm 4.7.
"""

import sys

import lightgbm as lgb
import numpy as np

# What known questions teach: nothing, at a base that has none. The trees must be good there too.
TAUGHT = (
    "LAW_CITED ARTICLE_CITED NEAREST_KNOWN NEAR_KNOWN LIKE_WORDED LIKE_WORDED_SUM LAW_KNOWN LIKE_ANSWERS"
).split()
WITHIN = (5, 10, 20, 100)
ROUNDS = 100
SETTINGS = {
    "objective": "lambdarank",
    "learning_rate": 0.06,
    "num_leaves": 15,
    "min_data_in_leaf": 200,
    "lambdarank_truncation_level": 100,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "verbose": -1,
}
KEPT = {"split_feature", "threshold", "left_child", "right_child", "leaf_value"}


def names(file):
    """The columns behind the question, how many answer it, and whether this one does."""
    with open(file, encoding="utf-8") as text:
        return text.readline().split()[3:]


def questions(file):
    """Of each question how many articles answer it, which candidates do, and their columns."""
    rows = np.loadtxt(file, dtype=np.float32, skiprows=1)
    ends = np.flatnonzero(np.diff(rows[:, 0])) + 1
    return [(part[0, 1], part[:, 2], part[:, 3:]) for part in np.split(rows, ends)]


def untaught(question, named):
    answers, right, columns = question
    columns = columns.copy()
    columns[:, [named.index(name) for name in TAUGHT]] = 0
    return answers, right, columns


def fitted(group, named):
    data = lgb.Dataset(
        np.vstack([columns for _, _, columns in group]),
        np.concatenate([right for _, right, _ in group]).astype(int),
        group=[len(right) for _, right, _ in group],
        feature_name=named,
    )
    return lgb.train(SETTINGS, data, num_boost_round=ROUNDS)


def worth(orders):
    """Recall within so many, and the mean reciprocal rank of the first within ten."""
    figures = np.zeros(len(WITHIN) + 1)
    for answers, right in orders:
        figures[:-1] += [right[:within].sum() / answers for within in WITHIN]
        first = np.flatnonzero(right[:10])
        figures[-1] += 1 / (first[0] + 1) if len(first) else 0
    return "R@5 %.3f  R@10 %.3f  R@20 %.3f  R@100 %.3f  MRR@10 %.3f" % tuple(figures / len(orders))


def ordered(model, question):
    answers, right, columns = question
    return answers, right[np.argsort(-model.predict(columns), kind="stable")]


def written(model):
    """The model in LightGBM's own text, without what a sum of leaves does not need."""
    head, *trees = model.model_to_string().split("\nTree=")
    names = next(line for line in head.split("\n") if line.startswith("feature_names="))
    kept = [
        "\n".join(line for line in tree.split("\n") if line.split("=")[0] in KEPT) for tree in trees
    ]
    return "\n\n".join([names, *kept]) + "\n"


def main(out, *files):
    named = names(files[0])
    folds = [questions(file) for file in files]
    without = [[untaught(question, named) for question in fold] for fold in folds]
    taught, bare = [], []
    for left in range(len(folds)):
        others = [i for i in range(len(folds)) if i != left]
        model = fitted([q for i in others for q in folds[i] + without[i]], named)
        taught += [ordered(model, question) for question in folds[left]]
        bare += [ordered(model, question) for question in without[left]]
    everything = [q for fold in folds for q in fold]
    print("weighed sum               ", worth([question[:2] for question in everything]))
    print("trees                     ", worth(taught))
    print("trees, no known questions ", worth(bare))
    model = fitted(everything + [q for fold in without for q in fold], named)
    with open(out, "w", encoding="ascii") as text:
        text.write(written(model))


main(*sys.argv[1:])
