package dev.countersign.verify.diff;

/** Which changes are a failure. */
public enum FailOn {
    /** Those that can make a consumer fail. */
    BREAKING,
    /** Those of them that the new document's version does not announce. */
    UNANNOUNCED,
    /** Whatever a consumer can notice. */
    ANY,
    /** None. */
    NEVER;

    /** Whether a difference has some of them. */
    public boolean isMetBy(Difference difference) {
        return switch (this) {
            case BREAKING -> difference.breaks() > 0;
            case UNANNOUNCED -> difference.breaks() > 0 && !difference.isAnnounced();
            case ANY -> !difference.changes().isEmpty();
            case NEVER -> false;
        };
    }
}
