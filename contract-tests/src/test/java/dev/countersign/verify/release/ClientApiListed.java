package dev.countersign.verify.release;

import java.io.IOException;
import java.util.List;

/** Something to list for {@link ClientApiTest}. */
@SuppressWarnings("unused")
public abstract class ClientApiListed implements Comparable<String> {
    public static final int LIMIT = 3;
    static final int HIDDEN = 4;

    protected abstract List<String> open(int count) throws IOException;

    void hidden() {}

    /** A nested type that is listed. */
    public static class Inner {}

    static class Hidden {
        public void hidden() {}
    }
}
