package dev.countersign.openapi.codegen;

import java.util.Map;
import java.util.TreeMap;

/**
 * Every type that generated code calls by its simple name, and the package that it is imported from. No class of a contract
 * gets one of these names. {@code java.lang} needs no import, and is looked up in the JDK.
 */
final class Library {
    private static final String CLIENT = "dev.countersign.client";
    private static final String RUNTIME = CLIENT + ".runtime";

    private static final Map<String, String> PACKAGES = new TreeMap<>();

    static {
        add(
                "com.fasterxml.jackson.annotation",
                "JsonAnyGetter JsonAnySetter JsonCreator JsonInclude JsonProperty JsonSetter JsonValue Nulls");
        add("com.fasterxml.jackson.databind", "JsonDeserializer");
        add("com.fasterxml.jackson.databind.annotation", "JsonDeserialize");
        add(
                CLIENT,
                "ApiException ApiResponse AuthScheme Binary ClientBuilder ClientDefaults EventStream Field ItemStream"
                        + " MissingPropertiesException Pager ReceivedResponse RequestOptions Server ServerTemplate"
                        + " TransportException");
        add(RUNTIME, "Exchange");
        add(RUNTIME + ".body", "Payload");
        add(RUNTIME + ".call", "ApiRequest Decoding Operation");
        add(RUNTIME + ".json", "Json JsonType UnionReader Variant");
        add(
                RUNTIME + ".model",
                "AnnotatedOnly Copies KnownValues LenientBuilder ModelText OpenEnum Required UnknownValue");
        add(RUNTIME + ".page", "PageRule");
        add(RUNTIME + ".parameter", "Style");
        add("feign", "RequestLine");
        add("java.math", "BigDecimal BigInteger");
        add("java.net", "URI");
        add("java.nio.file", "Path");
        add("java.time", "LocalDate OffsetDateTime");
        add("java.util", "ArrayList Arrays LinkedHashMap List Map Objects Optional Set UUID");
        add("java.util.concurrent", "CompletableFuture");
        add("org.jspecify.annotations", "NullMarked Nullable");
    }

    private Library() {}

    private static void add(String packageName, String types) {
        for (String type : types.split(" ", -1)) {
            PACKAGES.put(type, packageName);
        }
    }

    static boolean has(String simpleName) {
        return PACKAGES.containsKey(simpleName);
    }

    static String qualified(String simpleName) {
        return PACKAGES.get(simpleName) + "." + simpleName;
    }

    static Iterable<String> simpleNames() {
        return PACKAGES.keySet();
    }
}
