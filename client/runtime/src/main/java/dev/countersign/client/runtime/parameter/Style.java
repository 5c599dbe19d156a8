package dev.countersign.client.runtime.parameter;

/** How a parameter's value is written as text (OAS 3.1 section 4.8.12.2.1). */
public enum Style {
    MATRIX,
    LABEL,
    SIMPLE,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    /** Swagger 2.0's {@code tsv}. */
    TAB_DELIMITED,
    DEEP_OBJECT,
    /** The value of a parameter with {@code content}: its JSON text. */
    JSON;

    /** What stands between the items of a list that is not exploded. */
    String delimiter() {
        return switch (this) {
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            case TAB_DELIMITED -> "\t";
            default -> ",";
        };
    }
}
