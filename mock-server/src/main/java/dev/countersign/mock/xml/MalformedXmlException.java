package dev.countersign.mock.xml;

/** A body that cannot be read as the XML that its schema describes. The message says what is wrong, and quotes nothing. */
public final class MalformedXmlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    MalformedXmlException(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    /** What is wrong, as the second half of a sentence about the body. */
    public String what() {
        return what;
    }
}
