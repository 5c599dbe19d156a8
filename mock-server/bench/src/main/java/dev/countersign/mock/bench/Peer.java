package dev.countersign.mock.bench;

/** The servers that are compared. */
enum Peer {
    OURS("countersign", Given.DOCUMENT),
    /** Ours while one console is open. */
    WATCHED("countersign, a console open", Given.DOCUMENT),
    /** Ours without a console. */
    BLIND("countersign --console none", Given.DOCUMENT),
    PRISM("Prism", Given.DOCUMENT),
    BACKEND("openapi-backend", Given.DOCUMENT),
    MOCKSERVER("MockServer", Given.DOCUMENT),
    WIREMOCK("WireMock", Given.STUBS),
    MOCKOON("Mockoon CLI", Given.UNCHECKED),
    BARE("bare Javalin", Given.NOTHING),
    JETTY("bare Jetty", Given.NOTHING),
    NGINX("nginx", Given.NOTHING);

    /** What a server is given to answer from. */
    enum Given {
        /** The document, and it holds requests against it. */
        DOCUMENT("the document"),
        /** The document, but it checks no request. */
        UNCHECKED("the document, requests unchecked"),
        /** A stub for each operation, with the JSON Schema of its body, and one for its refusal. */
        STUBS("stubs with the same schemas"),
        /** Constant bytes whatever is asked. */
        NOTHING("constant bytes");

        private final String title;

        Given(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final String title;
    private final Given given;

    Peer(String title, Given given) {
        this.title = title;
        this.given = given;
    }

    String title() {
        return title;
    }

    Given given() {
        return given;
    }

    /** The first digit of its status for an invalid request. */
    int refusal() {
        return given == Given.NOTHING || given == Given.UNCHECKED ? 2 : 4;
    }

    /** Whether a larger document makes a difference to it. */
    boolean reads() {
        return given != Given.NOTHING;
    }
}
