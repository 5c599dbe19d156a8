package dev.countersign.openapi.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Javadoc comment in the words of a document: its Markdown becomes paragraphs, lists and code. */
final class Javadoc {
    private static final int WIDTH = 105;
    private static final Pattern BULLET = Pattern.compile("\\s*[-*+] +(.*)");

    private final List<String> lines = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    /** Begins with what a document says; empty where it says nothing. */
    static Javadoc of(String markdown) {
        return new Javadoc().markdown(markdown);
    }

    /** Adds the paragraphs of a text. */
    Javadoc markdown(String text) {
        List<String> open = new ArrayList<>();
        boolean fenced = false;
        boolean listed = false;
        for (String line : text.strip().lines().toList()) {
            String stripped = line.strip();
            if (stripped.startsWith("```")) {
                flush(open);
                lines.add(fenced ? "</pre>" : "<pre>");
                fenced = !fenced;
            } else if (fenced) {
                lines.add(JavadocText.plain(line.stripTrailing()));
            } else {
                var bullet = BULLET.matcher(line);
                boolean item = bullet.matches();
                if (item || stripped.isEmpty()) {
                    flush(open);
                }
                if (item && !listed) {
                    lines.add("<ul>");
                } else if (listed && !item && open.isEmpty() && !stripped.isEmpty() && !line.startsWith(" ")) {
                    lines.add("</ul>");
                    listed = false;
                }
                listed |= item;
                if (item) {
                    wrap("<li>" + JavadocText.prose(bullet.group(1)), "    ");
                } else if (listed && !stripped.isEmpty()) {
                    wrap("    " + JavadocText.prose(stripped), "    ");
                } else if (!stripped.isEmpty()) {
                    open.add(stripped);
                }
            }
        }
        flush(open);
        if (fenced) {
            lines.add("</pre>");
        }
        if (listed) {
            lines.add("</ul>");
        }
        return this;
    }

    private void flush(List<String> open) {
        if (!open.isEmpty()) {
            paragraph(JavadocText.prose(String.join(" ", open)));
            open.clear();
        }
    }

    /** Adds a paragraph that is HTML already. */
    Javadoc paragraph(String html) {
        boolean first = lines.isEmpty();
        if (!first) {
            lines.add("");
        }
        wrap(first ? html : "<p>" + html, "");
        return this;
    }

    /** Adds a block tag; none where there is nothing to say. */
    Javadoc tag(String tag, String text) {
        if (!text.isBlank()) {
            String whole = tag + " " + JavadocText.prose(text.strip().replaceAll("\\s+", " "));
            tags.addAll(wrapped(whole, "    "));
        }
        return this;
    }

    Javadoc deprecated(boolean deprecated) {
        return tag("@deprecated", deprecated ? "the contract says so" : "");
    }

    private void wrap(String text, String indent) {
        lines.addAll(wrapped(text, indent));
    }

    private static List<String> wrapped(String text, String indent) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH && !line.toString().isBlank()) {
                wrapped.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    /** Adds the comment to what a template prints, line by line; an empty one is no comment. */
    void describe(ObjectNode target, String member) {
        ArrayNode comment = target.putArray(member);
        if (lines.isEmpty() && tags.isEmpty()) {
            return;
        }
        if (tags.isEmpty() && lines.size() == 1) {
            comment.add("/** " + sentence(lines.get(0)) + " */");
            return;
        }
        comment.add("/**");
        lines.forEach(line -> comment.add(line.isEmpty() ? " *" : " * " + line));
        if (!lines.isEmpty() && !tags.isEmpty()) {
            comment.add(" *");
        }
        tags.forEach(line -> comment.add(" * " + line));
        comment.add(" */");
    }

    private static String sentence(String line) {
        return line.matches(".*[\\p{L}\\p{N})}'\"]") ? line + "." : line;
    }
}
