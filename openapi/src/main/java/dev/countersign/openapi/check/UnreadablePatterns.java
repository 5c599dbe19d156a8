package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.contract.SchemaWalk;
import dev.countersign.openapi.schema.format.BoundedPattern;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tells of patterns that no value is held against, as they are no regular expressions of ECMA-262, or not as written. */
final class UnreadablePatterns {
    private UnreadablePatterns() {}

    static List<Problem> problems(LoadedContract loaded) {
        List<Problem> problems = new ArrayList<>();
        SchemaWalk.visit(loaded.contract(), schema -> {
            JsonNode pattern = schema.node().get("pattern");
            String text = pattern == null ? "" : pattern.stringValue("");
            if (!text.isEmpty() && BoundedPattern.of(text).isEmpty()) {
                problems.add(problem(
                        loaded,
                        schema,
                        "The pattern \"" + text + "\" is not understood, so it demands nothing.",
                        "Write it as a regular expression of ECMA-262."));
            } else if (BoundedPattern.isLiteral(text)) {
                problems.add(problem(
                        loaded,
                        schema,
                        "The pattern \"" + text + "\" fits no text: slashes are characters like any other."
                                + " It is read without them here.",
                        "Write it without slashes and flags around it."));
            }
        });
        return problems;
    }

    private static Problem problem(LoadedContract loaded, SchemaNode schema, String what, String fix) {
        return new Problem(Severity.WARNING, loaded.origins().place(schema.pointer() + "/pattern"), what, fix);
    }
}
