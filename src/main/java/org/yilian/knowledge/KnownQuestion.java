package org.yilian.knowledge;

import java.util.List;

/**
 * A question of which it is known which articles answer it.
 *
 * @param id the source's own, or the print of a confirmed one
 * @param source where it comes from, such as the name of a file or 确认 for one that staff confirmed
 */
public record KnownQuestion(String id, String question, String source, List<Citation> articles) {}
