package consumer;

import PACKAGE.CLIENTExamples;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;

/** Writes and reads the contract's examples with the application's own mapper. */
final class Values {
    private Values() {}

    interface Mapper {
        String write(Object value) throws Exception;

        Object read(String json, Class<?> type) throws Exception;
    }

    /** Prints how many are written and read as the client itself does, and how many otherwise or not at all. */
    static void exchange(Mapper mapper) throws Exception {
        int same = 0;
        int others = 0;
        for (Method operation : CLIENTExamples.class.getMethods()) {
            if (Modifier.isStatic(operation.getModifiers())) {
                Object examples = operation.invoke(null);
                for (Method example : examples.getClass().getDeclaredMethods()) {
                    Object value = example.invoke(examples);
                    if (value.getClass().getPackageName().equals("PACKAGE.model")) {
                        if (isSame(value, mapper)) {
                            same++;
                        } else {
                            others++;
                        }
                    }
                }
            }
        }
        System.out.println(same + " values are the same, " + others + " are not");
    }

    private static boolean isSame(Object value, Mapper mapper) {
        try {
            String json = mapper.write(value);
            return plain(json).equals(plain(new String(Json.write(value), StandardCharsets.UTF_8)))
                    && mapper.read(json, value.getClass()).equals(value);
        } catch (Exception e) {
            return false;
        }
    }

    private static Object plain(String json) {
        return Json.example(json, JsonType.of(Object.class));
    }
}
