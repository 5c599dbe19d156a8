package dev.countersign.verify.diff;

import dev.countersign.verify.release.Change;
import java.util.function.Function;

/** How a difference is written. */
public enum DiffFormat {
    /** For a terminal. */
    TEXT {
        @Override
        public String write(Difference difference, Function<Change, SourceLine> places) {
            return TextDiff.of(difference);
        }
    },
    /** For programs. */
    JSON {
        @Override
        public String write(Difference difference, Function<Change, SourceLine> places) {
            return JsonDiff.of(difference, places);
        }
    },
    /** For a merge request. */
    MARKDOWN {
        @Override
        public String write(Difference difference, Function<Change, SourceLine> places) {
            return MarkdownDiff.of(difference);
        }
    },
    /** For servers that show test results. */
    JUNIT {
        @Override
        public String write(Difference difference, Function<Change, SourceLine> places) {
            return JUnitDiff.of(difference);
        }
    },
    /** Annotations of GitHub Actions. */
    GITHUB {
        @Override
        public String write(Difference difference, Function<Change, SourceLine> places) {
            return GitHubDiff.of(difference, places);
        }
    };

    /** The whole text, without a last line break. */
    public abstract String write(Difference difference, Function<Change, SourceLine> places);
}
