package dev.countersign.openapi.codegen;

import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Java type of a schema.
 *
 * @param kind what its JSON looks like
 * @param name the type as written where a primitive may stand
 * @param boxed the type as written where a reference must stand
 * @param token an expression for the runtime's description of the type
 * @param nullable whether JSON {@code null} is a value of it
 * @param secret whether values must never be shown
 */
record JavaType(Kind kind, String name, String boxed, String token, boolean nullable, boolean secret) {

    /** What the JSON of a type looks like, and what needs care in Java. */
    enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        BINARY,
        OBJECT,
        ENUM,
        UNION,
        LIST,
        MAP,
        ANY
    }

    private static final Pattern FREE_FORM = Pattern.compile("\\bObject\\b");

    /** Any JSON, as the maps, lists, texts, numbers and booleans of Java. */
    static final JavaType ANY = reference(Kind.ANY, "Object");

    static final JavaType STRING = reference(Kind.STRING, "String");

    static JavaType reference(Kind kind, String name) {
        return new JavaType(kind, name, name, "JsonType.of(" + name + ".class)", false, false);
    }

    static JavaType primitive(Kind kind, String name, String boxed) {
        return new JavaType(kind, name, boxed, "JsonType.of(" + boxed + ".class)", false, false);
    }

    static JavaType listOf(JavaType item) {
        String name = "List<" + item.boxed() + ">";
        return new JavaType(Kind.LIST, name, name, "JsonType.list(" + item.token() + ")", false, item.secret());
    }

    static JavaType mapOf(JavaType value) {
        String name = "Map<String, " + value.boxed() + ">";
        return new JavaType(Kind.MAP, name, name, "JsonType.map(" + value.token() + ")", false, value.secret());
    }

    JavaType orNull(boolean also) {
        return new JavaType(kind, name, boxed, token, nullable || also, secret);
    }

    JavaType secret(boolean also) {
        return new JavaType(kind, name, boxed, token, nullable, secret || also);
    }

    /** Whether two schemas come to the same Java type, nullness and secrecy aside. */
    boolean sameAs(JavaType other) {
        return boxed.equals(other.boxed);
    }

    /** A model that stands in a file of its own, and can name the unions that it belongs to. */
    boolean isModel() {
        return kind == Kind.OBJECT || kind == Kind.ENUM || kind == Kind.UNION;
    }

    /** The call that makes a caller's mutable value immutable; empty where the value is immutable already. */
    String copy() {
        return switch (kind) {
            case LIST -> "Copies.list";
            case MAP -> "Copies.map";
            case BINARY -> "Copies.bytes";
            case ANY -> "Json.plain";
            default -> "";
        };
    }

    /** The boxed type with an annotation that says it may be null. */
    String annotatedBoxed() {
        return boxed.equals("byte[]") ? "byte @Nullable []" : "@Nullable " + boxed;
    }

    /** The type on a documentation page, with a link where it has a page of its own. */
    String link() {
        String shown = "`" + name + "`";
        return isModel() ? "[" + shown + "](" + name + ".md)" : shown;
    }

    /** How a {@code toString} shows a value. */
    private String shower() {
        if (secret) {
            return "secret";
        }
        return FREE_FORM.matcher(boxed).find() ? "shape" : "add";
    }

    /** The members that every template reads. */
    ObjectNode describe() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", name)
                .put("boxed", boxed)
                .put("token", token)
                .put("kind", kind.name())
                .put("nullable", nullable)
                .put("secret", secret)
                .put("copies", !copy().isEmpty())
                .put("copy", copy())
                .put("isBinary", kind == Kind.BINARY)
                .put("typeLink", link())
                .put("annotatedBoxed", annotatedBoxed())
                .put("shower", shower());
    }
}
