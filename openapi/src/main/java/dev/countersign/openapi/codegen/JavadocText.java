package dev.countersign.openapi.codegen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a document, made safe to stand in a Javadoc comment: nothing in it ends the comment, opens a tag or an escape. */
final class JavadocText {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private JavadocText() {}

    /** Text as it is. */
    static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "*&#47;")
                .replace("\\u", "&#92;u")
                .replace("{@", "&#123;@")
                .replaceAll("(?<![\\S])@", "&#64;");
    }

    /** Text whose {@code `code`} is shown as such. */
    static String prose(String text) {
        StringBuilder prose = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int at = 0;
        while (code.find()) {
            prose.append(plain(text.substring(at, code.start()))).append(code(code.group(1)));
            at = code.end();
        }
        return prose.append(plain(text.substring(at))).toString();
    }

    /** A name or value. */
    static String code(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean simple = !line.isEmpty()
                && !line.contains("*/")
                && !line.contains("\\")
                && !line.contains("@")
                && isBalanced(line);
        return simple
                ? "{@code " + line + "}"
                : "<code>"
                        + plain(line)
                                .replace("@", "&#64;")
                                .replace("{", "&#123;")
                                .replace("}", "&#125;") + "</code>";
    }

    /** Text of a line comment, where a line break or an escape would end it. */
    static String comment(String text) {
        return text.strip().replaceAll("\\s+", " ").replace('\\', '/');
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
