package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.client.Misfit;
import dev.countersign.client.MissingPropertiesException;
import dev.countersign.client.runtime.model.LenientBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What does not fit of one body, and where its reader is. Used by one thread. */
final class Misfits {
    private final List<Misfit> found = new ArrayList<>();
    private String place = "";
    private String ownerPlace = "";
    private @Nullable LenientBuilder owner;

    /** Reads what stands under a name or number. */
    @FunctionalInterface
    interface Step<T> {
        T read() throws IOException;
    }

    List<Misfit> found() {
        return found;
    }

    /** Reads a property of a model; null when it does not fit, which is then kept. */
    <T> @Nullable T within(LenientBuilder builder, String name, JsonNode value, Step<T> step) {
        LenientBuilder outer = owner;
        String outerPlace = ownerPlace;
        owner = builder;
        ownerPlace = place;
        try {
            return within(name, value, step);
        } finally {
            owner = outer;
            ownerPlace = outerPlace;
        }
    }

    /** Reads an item; null when it does not fit, which is then kept. */
    <T> @Nullable T within(String name, JsonNode value, Step<T> step) {
        String outer = place;
        place = outer + "/" + escaped(name);
        try {
            return step.read();
        } catch (IOException e) {
            keep(value, MisfitException.of(e).what());
            return null;
        } finally {
            place = outer;
        }
    }

    /** Lets a model do without what it requires. */
    void complete(LenientBuilder builder) {
        try {
            builder.build();
        } catch (MissingPropertiesException e) {
            for (String name : e.properties()) {
                builder.misfit("/" + escaped(name), null);
                found.add(new Misfit(place + "/" + escaped(name), "the required property is missing"));
            }
        }
    }

    private void keep(JsonNode value, String what) {
        found.add(new Misfit(place, what));
        if (owner != null) {
            owner.misfit(place.substring(ownerPlace.length()), Json.plain(value));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
