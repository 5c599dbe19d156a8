package dev.countersign.verify.diff;

import dev.countersign.verify.release.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Workflow commands of GitHub Actions, which become annotations beside the lines of the document. */
final class GitHubDiff {
    private GitHubDiff() {}

    static String of(Difference difference, Function<Change, SourceLine> places) {
        List<String> lines = new ArrayList<>();
        for (Noticed noticed : difference.changes()) {
            SourceLine place = places.apply(noticed.change());
            String hits = noticed.consumers().isEmpty() ? "" : " Hits: " + String.join(", ", noticed.consumers()) + ".";
            lines.add("::" + (noticed.change().breaking() ? "error" : "notice")
                    + " file=" + property(place.file())
                    + ",line=" + place.line()
                    + ",title=" + property(noticed.change().breaking() ? "Breaks consumers" : "Compatible change")
                    + "::" + message(noticed.change().text() + hits));
        }
        if (!difference.aboutVersion().isEmpty()) {
            lines.add("::error title=Version::" + message(difference.aboutVersion()));
        }
        lines.add(difference.summary());
        return String.join(System.lineSeparator(), lines);
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
