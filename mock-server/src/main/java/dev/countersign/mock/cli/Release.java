package dev.countersign.mock.cli;

import java.util.Optional;

/** Which release this is. */
final class Release {
    private Release() {}

    static String version() {
        return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }
}
