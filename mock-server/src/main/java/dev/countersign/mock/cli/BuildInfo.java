package dev.countersign.mock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which release this is: its version, the commit that it was built from, and the Java that runs it. */
public final class BuildInfo {
    private BuildInfo() {}

    /** The version; {@code (unpackaged)} when the build has left none. */
    public static String version() {
        return properties().getProperty("version", "(unpackaged)");
    }

    static String text() {
        String commit = properties().getProperty("commit", "");
        return version() + (commit.isBlank() || commit.contains("$") ? "" : " (" + commit + ")") + ", Java "
                + Runtime.version();
    }

    private static Properties properties() {
        Properties release = new Properties();
        try (InputStream file = BuildInfo.class.getResourceAsStream("release.properties")) {
            if (file != null) {
                release.load(file);
            }
        } catch (IOException e) {
            release.clear(); // A version that cannot be read is not worth failing for.
        }
        return release;
    }
}
