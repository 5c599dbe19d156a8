package consumer;

import PACKAGE.CLIENTExamples;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Writes and reads the contract's examples with the application's own mapper. */
final class Values {
    private Values() {}

    interface Mapper {
        String write(Object value) throws Exception;

        Object read(String json, Class<?> type) throws Exception;
    }

    private enum Outcome {
        SAME,
        OTHER,
        REFUSED
    }

    /**
     * Prints how many are written and read as the client itself does, how many otherwise or not at all, and how many Jackson
     * refuses because it lacks its module for dates, and says so.
     */
    static void exchange(Mapper mapper) throws Exception {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Method operation : CLIENTExamples.class.getMethods()) {
            if (Modifier.isStatic(operation.getModifiers())) {
                Object examples = operation.invoke(null);
                for (Method example : examples.getClass().getDeclaredMethods()) {
                    Object value = example.invoke(examples);
                    if (value.getClass().getPackageName().equals("PACKAGE.model")) {
                        counts.merge(outcome(value, mapper), 1, Integer::sum);
                    }
                }
            }
        }
        System.out.println(counts.getOrDefault(Outcome.SAME, 0) + " values are the same, "
                + counts.getOrDefault(Outcome.OTHER, 0) + " are not, "
                + counts.getOrDefault(Outcome.REFUSED, 0) + " are refused");
    }

    private static Outcome outcome(Object value, Mapper mapper) {
        try {
            String json = mapper.write(value);
            boolean same = plain(json).equals(plain(new String(Json.write(value), StandardCharsets.UTF_8)))
                    && mapper.read(json, value.getClass()).equals(value);
            return same ? Outcome.SAME : Outcome.OTHER;
        } catch (Exception e) {
            return String.valueOf(e.getMessage()).contains("jackson-datatype-jsr310") ? Outcome.REFUSED : Outcome.OTHER;
        }
    }

    private static Object plain(String json) {
        return Json.example(json, JsonType.of(Object.class));
    }
}
