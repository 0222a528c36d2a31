package org.yilian.knowledge.sources;

import org.yilian.knowledge.ArticleNumber;

/**
 * One article as a file has it.
 *
 * @param heading the chapters it stands under, outermost first, with spaces between, or empty
 * @param text its paragraphs with line breaks between, without the number
 */
public record ArticleText(ArticleNumber number, String heading, String text) {}
