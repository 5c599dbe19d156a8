package dev.countersign.command.diff;

import dev.countersign.verify.release.Change;
import java.util.function.Function;

/** How a difference is written. */
enum Format {
    TEXT {
        @Override
        String write(Difference difference, Function<Change, SourceLine> places) {
            return TextDiff.of(difference);
        }
    },
    JSON {
        @Override
        String write(Difference difference, Function<Change, SourceLine> places) {
            return JsonDiff.of(difference, places);
        }
    },
    MARKDOWN {
        @Override
        String write(Difference difference, Function<Change, SourceLine> places) {
            return MarkdownDiff.of(difference);
        }
    },
    JUNIT {
        @Override
        String write(Difference difference, Function<Change, SourceLine> places) {
            return JUnitDiff.of(difference);
        }
    },
    GITHUB {
        @Override
        String write(Difference difference, Function<Change, SourceLine> places) {
            return GitHubDiff.of(difference, places);
        }
    };

    /** The whole text, without a last line break. */
    abstract String write(Difference difference, Function<Change, SourceLine> places);
}
