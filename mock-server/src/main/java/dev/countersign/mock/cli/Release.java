package dev.countersign.mock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which release this is: its version, the commit that it was built from, and the Java that runs it. */
final class Release {
    private Release() {}

    static String text() {
        Properties release = new Properties();
        try (InputStream file = Release.class.getResourceAsStream("release.properties")) {
            if (file != null) {
                release.load(file);
            }
        } catch (IOException e) {
            release.clear(); // A version that cannot be read is not worth failing for.
        }
        String commit = release.getProperty("commit", "");
        return release.getProperty("version", "(unpackaged)")
                + (commit.isBlank() || commit.contains("$") ? "" : " (" + commit + ")")
                + ", Java " + Runtime.version();
    }
}
