package dev.countersign.openapi.codegen;

import java.util.regex.Pattern;

/**
 * A description's Markdown, made fit for a page that it was not written for: what it links to beside itself is not there, and
 * its headings are none of that page's.
 */
final class PageText {
    private static final String ELSEWHERE = "(?![A-Za-z][A-Za-z0-9+.-]*:)";
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)]\\(" + ELSEWHERE + "[^()]*\\)");
    private static final Pattern REST = Pattern.compile("]\\(" + ELSEWHERE);
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}[ \\t]+(.*?)[ \\t]*#*$");

    private PageText() {}

    static String of(String markdown) {
        String text = markdown.strip();
        for (String before = ""; !before.equals(text); ) {
            before = text;
            text = LINK.matcher(text).replaceAll("$1");
        }
        text = REST.matcher(text).replaceAll("] (");
        return HEADING.matcher(text).replaceAll("**$1**");
    }

    /** A text in the typeface of code. */
    static String code(String text) {
        return "`" + text.replaceAll("[`\\s]+", " ") + "`";
    }
}
