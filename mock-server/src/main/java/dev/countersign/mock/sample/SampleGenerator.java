package dev.countersign.mock.sample;

import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.CompiledSchema;
import dev.countersign.openapi.schema.Direction;
import dev.countersign.openapi.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes values that fit the schemas of a contract. Thread-safe: each sample is made from its seed alone.
 *
 * <p>What the document offers comes first ({@code const}, then {@code example} and {@code examples}, then {@code default},
 * then {@code enum}), repaired where it does not fit; then what formats and property names suggest. Optional properties are
 * filled in; those that would repeat a schema inside itself are left out, and large documents end in required properties
 * only. Properties that do not travel in the given direction are left out.
 */
public final class SampleGenerator {
    /** The seed of the sample that takes the first of everything; other seeds vary. */
    public static final long PLAIN = 0;

    /** Attempts after which a schema whose required parts come to no end is believed to have none. */
    private static final int ENDLESS = 2;

    private static final int ATTEMPTS = 20;

    private final Schemas schemas;

    /** What stands in where nothing that fits was made; it is costly to find, and the same for every seed. */
    private final Map<String, JsonNode> lastResorts = new ConcurrentHashMap<>();

    private SampleGenerator(Schemas schemas) {
        this.schemas = schemas;
    }

    public static SampleGenerator of(Contract contract) {
        return of(Schemas.of(contract));
    }

    /** Shares the schemas that a validator has compiled. */
    public static SampleGenerator of(Schemas schemas) {
        return new SampleGenerator(schemas);
    }

    /**
     * Makes a value. It fits the schema; only where no value at all, or none that was found in bounded time, fits, it is
     * the best attempt.
     *
     * @param schema a schema of the contract
     * @param direction which way the value travels
     * @param seed {@link #PLAIN}, or any other number for another value; the same for the same seed
     */
    public JsonNode sample(SchemaNode schema, Direction direction, long seed) {
        CompiledSchema rules = schemas.compile(schema, direction);
        Effort effort = new Effort();
        ValueSamples.Result first = attempt(schema, direction, seed, effort, false);
        ValueSamples.Result result = first;
        // The first guess is right for nearly all schemas; only for others the parts are checked one by one.
        int endless = 0;
        for (int attempt = 1; !rules.accepts(result.value()); attempt++) {
            endless += result.fits() ? 0 : 1;
            if (endless > ENDLESS || attempt == ATTEMPTS || !effort.mayRetry()) {
                List<JsonNode> attempts = List.of(first.value(), result.value());
                return lastResort(schema, direction, seed == PLAIN ? attempts : List.of());
            }
            result = attempt(schema, direction, attempt == 1 ? seed : seed * ATTEMPTS + attempt, effort, true);
        }
        return result.value();
    }

    /**
     * Makes an example fit: what fits of it is kept, a scalar that is spelled in another type is read, and the rest is made
     * up. An example that fits is returned as it is.
     *
     * @param schema a schema of the contract
     * @param direction which way the value travels
     * @param example is left as it is
     */
    public JsonNode fit(SchemaNode schema, Direction direction, JsonNode example) {
        CompiledSchema rules = schemas.compile(schema, direction);
        if (rules.accepts(example)) {
            return example;
        }
        try {
            Effort effort = new Effort();
            ValueSamples.Result nearest =
                    values(direction, PLAIN, effort, false).nearest(schema, example);
            if (!nearest.fits()) {
                nearest = values(direction, PLAIN, effort, true).nearest(schema, example);
            }
            return nearest.fits()
                    ? nearest.value()
                    : new Repair(schemas, direction, schema)
                            .of(nearest.value())
                            .orElseGet(() -> sample(schema, direction, PLAIN));
        } catch (StackOverflowError tooDeep) {
            return example;
        }
    }

    /** The first of these attempts that can be repaired, or the last as it is; without attempts the plain sample. */
    private JsonNode lastResort(SchemaNode schema, Direction direction, List<JsonNode> attempts) {
        String key = direction + schema.pointer();
        JsonNode known = lastResorts.get(key);
        if (known == null && attempts.isEmpty()) {
            known = sample(schema, direction, PLAIN);
            lastResorts.put(key, known);
        } else if (known == null) {
            Repair repair = new Repair(schemas, direction, schema);
            known = Stream.concat(attempts.stream(), Changes.ODD.stream())
                    .flatMap(value -> repair.of(value).stream())
                    .findFirst()
                    .orElse(attempts.get(attempts.size() - 1));
            lastResorts.put(key, known);
        }
        return known.deepCopy();
    }

    private ValueSamples.Result attempt(
            SchemaNode schema, Direction direction, long seed, Effort effort, boolean careful) {
        try {
            return values(direction, seed, effort, careful).sample(List.of(schema), "", Trail.ROOT);
        } catch (StackOverflowError tooDeep) {
            return new ValueSamples.Result(JsonNodeFactory.instance.nullNode(), false);
        }
    }

    private ValueSamples values(Direction direction, long seed, Effort effort, boolean careful) {
        return new ValueSamples(schemas, direction, new Choices(seed), effort, careful);
    }
}
