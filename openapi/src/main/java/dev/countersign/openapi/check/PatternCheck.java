package dev.countersign.openapi.check;

import dev.countersign.openapi.LoadedContract;
import dev.countersign.openapi.Problem;
import dev.countersign.openapi.Problem.Severity;
import dev.countersign.openapi.SchemaWalk;
import dev.countersign.openapi.schema.BoundedPattern;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tells of patterns that no value is held against, because they are not regular expressions of ECMA-262. */
final class PatternCheck {
    private PatternCheck() {}

    static List<Problem> problems(LoadedContract loaded) {
        List<Problem> problems = new ArrayList<>();
        SchemaWalk.visit(loaded.contract(), schema -> {
            JsonNode pattern = schema.node().get("pattern");
            if (pattern != null
                    && pattern.isString()
                    && !pattern.stringValue().isEmpty()
                    && BoundedPattern.of(pattern.stringValue()).isEmpty()) {
                problems.add(new Problem(
                        Severity.WARNING,
                        loaded.origins().place(schema.pointer() + "/pattern"),
                        "The pattern \"" + pattern.stringValue() + "\" is not understood, so it demands nothing.",
                        "Write it as a regular expression of ECMA-262."));
            }
        });
        return problems;
    }
}
