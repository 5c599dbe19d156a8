package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;

/** An application without a framework, and with a mapper that has no module for dates. */
public final class World {
    private World() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Values.exchange(new Values.Mapper() {
            @Override
            public String write(Object value) throws Exception {
                return mapper.writeValueAsString(value);
            }

            @Override
            public Object read(String json, Class<?> type) throws Exception {
                return mapper.readValue(json, type);
            }
        });
        Main_.main(args);
    }
}
