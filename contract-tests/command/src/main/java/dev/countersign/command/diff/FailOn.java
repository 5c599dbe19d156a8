package dev.countersign.command.diff;

/** Which changes are a failure. */
enum FailOn {
    /** Those that can make a consumer fail. */
    BREAKING,
    /** Those of them that the new document's version does not announce. */
    UNANNOUNCED,
    /** Whatever a consumer can notice. */
    ANY,
    NEVER;

    boolean isMetBy(Difference difference) {
        return switch (this) {
            case BREAKING -> difference.breaks() > 0;
            case UNANNOUNCED -> difference.breaks() > 0 && !difference.isAnnounced();
            case ANY -> !difference.changes().isEmpty();
            case NEVER -> false;
        };
    }
}
