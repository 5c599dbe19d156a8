package dev.countersign.client.runtime;

import java.util.List;

/** A model was to be built without a property that the contract requires. */
public final class MissingPropertiesException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient String sentence;

    private MissingPropertiesException(String model, String sentence) {
        super(model + " cannot be built: " + sentence);
        this.sentence = sentence;
    }

    /**
     * Names every property that is missing.
     *
     * @param missing wire names; nothing happens when it is empty
     */
    public static void throwIfAny(String model, List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        String names =
                String.join(", ", missing.stream().map(name -> '"' + name + '"').toList());
        throw new MissingPropertiesException(
                model,
                missing.size() == 1
                        ? "required property " + names + " is missing"
                        : "required properties " + names + " are missing");
    }

    String sentence() {
        return sentence;
    }
}
