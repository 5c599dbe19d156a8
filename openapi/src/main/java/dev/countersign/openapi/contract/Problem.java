package dev.countersign.openapi.contract;

import java.util.Optional;

/**
 * Something wrong with a document, with the place and the remedy.
 *
 * @param severity whether the document can be used all the same
 * @param place where it stands
 * @param what what is wrong, in one sentence without a trailing line break; never holds a secret
 * @param fix what to do about it; empty when the sentence says it already
 */
public record Problem(Severity severity, Place place, String what, String fix) {

    /** How bad it is. */
    public enum Severity {
        /** The document cannot be used. */
        ERROR,
        /** The document can be served leniently, but a careful author would correct it. */
        WARNING
    }

    /**
     * A place in a source file.
     *
     * @param file the file as a user would name it
     * @param line counted from 1; absent when the file could not be read at all
     * @param pointer JSON pointer inside that file; empty for its root
     */
    public record Place(String file, Optional<Integer> line, String pointer) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(file);
            line.ifPresent(number -> text.append(':').append(number));
            if (!pointer.isEmpty()) {
                text.append(" (").append(pointer).append(')');
            }
            return text.toString();
        }
    }

    /** Whether the document cannot be used for it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for a terminal: {@code openapi/auth.yaml:12 (/paths/…): error: what. Fix.} */
    @Override
    public String toString() {
        return place + ": " + (isError() ? "error: " : "warning: ") + what + (fix.isEmpty() ? "" : " " + fix);
    }
}
