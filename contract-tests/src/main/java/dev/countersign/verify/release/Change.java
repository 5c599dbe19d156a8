package dev.countersign.verify.release;

/**
 * One difference between two versions of a contract that somebody who uses it can notice.
 *
 * @param breaking whether a consumer of the released version can fail because of it
 * @param operation the operation's id; the same as {@code endpoint} where it has none
 * @param endpoint method and path, or {@link #EVERYWHERE}
 * @param place which part of the operation; for a field with its path, for instance {@code answer 200, field /id}
 * @param what the difference
 * @param advice what a consumer must do, or may do
 */
public record Change(boolean breaking, String operation, String endpoint, String place, String what, String advice) {
    /** The endpoint of a change that concerns all operations. */
    public static final String EVERYWHERE = "every operation";

    /** The change as one sentence or two. */
    public String text() {
        return where() + ": " + what + ". Consumers: " + advice + ".";
    }

    private String where() {
        String name = operation.equals(endpoint) ? endpoint : operation + " (" + endpoint + ")";
        return place.isEmpty() ? name : name + ", " + place;
    }
}
