package dev.countersign.mock.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of a request. Names compare without case; an implementation may be a view, valid for one request. */
public interface Headers {
    /** The first field of this name, without surrounding white space. */
    Optional<String> first(String name);

    /** Every field of this name, in the order of the request. */
    List<String> all(String name);

    /** Every field, in the order of the request. */
    List<Header> fields();

    /** Fields that stand in a list. */
    static Headers of(List<Header> fields) {
        List<Header> copy = List.copyOf(fields);
        return new Headers() {
            @Override
            public List<Header> fields() {
                return copy;
            }

            @Override
            public Optional<String> first(String name) {
                return all(name).stream().findFirst();
            }

            @Override
            public List<String> all(String name) {
                List<String> values = new ArrayList<>();
                for (Header field : copy) {
                    if (field.name().equalsIgnoreCase(name)) {
                        values.add(field.value().strip());
                    }
                }
                return values;
            }
        };
    }
}
