package dev.countersign.openapi.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names that generated code must not give to anything of its own. */
final class Reserved {
    private static final String KEYWORDS =
            "abstract assert boolean break byte case catch char class const continue default do double"
                    + " else enum extends false final finally float for goto if implements import instanceof int interface long"
                    + " native new null package private protected public return short static strictfp super switch"
                    + " synchronized this throw throws transient true try void volatile while _";

    private static final String OBJECT_METHODS =
            "clone equals finalize getClass hashCode notify notifyAll toString wait";

    /** The classes that the templates declare within others. */
    private static final String NESTED =
            "Async AsyncImpl AsyncWithResponse AsyncWithResponseImpl Builder Endpoints Known Operations Paged PagedImpl"
                    + " Reader Requests Servers StreamedOperations Streaming StreamingImpl ToFile ToFileImpl Unknown WithResponse WithResponseImpl"
                    + " OfBoolean OfBytes OfList OfLong OfMap OfNumber OfString";

    /** Names that Windows has no files of, whatever stands behind a dot (Win32, Naming Files, Paths, and Namespaces). */
    private static final String DEVICES = "CON PRN AUX NUL COM0 COM1 COM2 COM3 COM4 COM5 COM6 COM7 COM8 COM9"
            + " LPT0 LPT1 LPT2 LPT3 LPT4 LPT5 LPT6 LPT7 LPT8 LPT9";

    /** What the stock generator renames, or does not generate because it believes to know it. */
    private static final String GENERATOR_TYPES =
            "AnyType ApiClient ApiModel ApiModelProperty Array ArrayList Configuration Date DateTime File HashMap"
                    + " IOException JsonAdapter JsonFormat JsonIgnore JsonIgnoreProperties JsonNullable JsonReader JsonSubTypes"
                    + " JsonTypeInfo JsonTypeName JsonWriter LinkedHashSet LocalDateTime LocalTime Schema SerializedName"
                    + " StringUtil Timestamp TypeAdapter localReturnType localVarAccept localVarAccepts localVarAuthNames"
                    + " localVarCollectionQueryParams localVarContentType localVarContentTypes localVarCookieParams"
                    + " localVarFormParams localVarHeaderParams localVarPath localVarPostBody localVarQueryParams";

    private static final Set<String> CLASS_NAMES =
            words(KEYWORDS, NESTED, DEVICES, GENERATOR_TYPES, String.join(" ", Library.simpleNames())).stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());

    private Reserved() {}

    /** Whether a model must not have this name; the generator ignores the case of the words that it reserves. */
    static boolean isClassName(String name) {
        return CLASS_NAMES.contains(name.toLowerCase(Locale.ROOT)) || isJavaLang(name);
    }

    /** Whether a model of this name would make its simple name ambiguous. */
    static boolean isJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Names of a model's accessors, which are its builder's methods too. */
    static Set<String> properties() {
        return words(
                KEYWORDS,
                OBJECT_METHODS,
                "additionalProperties additionalProperty build builder misfit misfits toBuilder yield");
    }

    /** Names of a facade's methods, which call each other by their simple names; {@code yield} cannot be called so. */
    static Set<String> operations() {
        return words(KEYWORDS, OBJECT_METHODS, "async paged streaming toFile withResponse yield");
    }

    /** Names of an operation's parameters, beside the template's own variables. */
    static Set<String> parameters() {
        return words(KEYWORDS, OBJECT_METHODS, "build builder none params yield");
    }

    /** What the implementation of a facade calls by its simple name where a parameter would hide it. */
    static Set<String> locals() {
        return words("answer endpoints exchange file request requests");
    }

    /** Names of the client's accessors of its facades. */
    static Set<String> accessors() {
        return words(KEYWORDS, OBJECT_METHODS, "async builder close fromEnvironment withOptions");
    }

    /** Names of the methods that choose the variables of a server. */
    static Set<String> serverVariables() {
        return words(KEYWORDS, OBJECT_METHODS, "url template");
    }

    static Set<String> constants() {
        return words("KNOWN");
    }

    private static Set<String> words(String... lists) {
        Set<String> words = new TreeSet<>();
        for (String list : lists) {
            words.addAll(List.of(list.split(" ")));
        }
        return words;
    }
}
