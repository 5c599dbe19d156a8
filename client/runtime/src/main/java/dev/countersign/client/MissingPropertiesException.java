package dev.countersign.client;

import java.util.List;

/** A model was to be built without a property that the contract requires. */
public final class MissingPropertiesException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> properties;

    private MissingPropertiesException(String model, List<String> properties) {
        super(model + " cannot be built: " + sentence(properties));
        this.properties = properties;
    }

    /**
     * Called by generated code.
     *
     * @param missing the names of the properties in JSON; nothing happens when it is empty
     */
    public static void throwIfAny(String model, List<String> missing) {
        if (!missing.isEmpty()) {
            throw new MissingPropertiesException(model, List.copyOf(missing));
        }
    }

    /** The names, in JSON, of every property that is missing. */
    public List<String> properties() {
        return properties;
    }

    private static String sentence(List<String> properties) {
        String names = String.join(
                ", ", properties.stream().map(name -> '"' + name + '"').toList());
        return properties.size() == 1
                ? "required property " + names + " is missing"
                : "required properties " + names + " are missing";
    }

    /** What is missing, without the model's name. */
    public String what() {
        return sentence(properties);
    }
}
