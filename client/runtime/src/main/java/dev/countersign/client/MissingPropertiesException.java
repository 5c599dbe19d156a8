package dev.countersign.client;

import java.util.List;
import java.util.Set;

/**
 * A model was to be built without a property that the contract requires, or was asked for one that an answer did not have which
 * was read leniently.
 */
public final class MissingPropertiesException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> properties;

    private MissingPropertiesException(String model, String what, List<String> properties) {
        super(model + what + sentence(properties));
        this.properties = properties;
    }

    /**
     * Called by generated code.
     *
     * @param missing the names of the properties in JSON
     * @param misfits where in the model something came that does not fit, which it does without; nothing happens when nothing
     *     else is missing
     */
    public static void throwIfAny(String model, List<String> missing, Set<String> misfits) {
        if (missing.isEmpty()) {
            return;
        }
        List<String> rest = missing.stream()
                .filter(name -> !misfits.contains("/" + name.replace("~", "~0").replace("/", "~1")))
                .toList();
        if (!rest.isEmpty()) {
            throw new MissingPropertiesException(model, " cannot be built: ", rest);
        }
    }

    /** Called by generated code: a property is asked for whose value was left out. */
    public static MissingPropertiesException unread(String model, String property) {
        return new MissingPropertiesException(
                model, ", read leniently, has no value that fits the contract (see misfits): ", List.of(property));
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
