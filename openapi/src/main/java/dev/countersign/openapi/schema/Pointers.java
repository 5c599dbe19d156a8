package dev.countersign.openapi.schema;

/** JSON pointers as text (RFC 6901). */
final class Pointers {
    private Pointers() {}

    static String child(String pointer, String token) {
        boolean plain = token.indexOf('~') < 0 && token.indexOf('/') < 0;
        return pointer + '/' + (plain ? token : token.replace("~", "~0").replace("/", "~1"));
    }

    static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
