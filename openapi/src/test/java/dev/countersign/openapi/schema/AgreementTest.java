package dev.countersign.openapi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An independent library must say the same about random schemas and values. */
class AgreementTest {
    private static final long SEED = Long.getLong("agreement.seed", 20_261_124L);
    private static final int SCHEMAS = Integer.getInteger("agreement.schemas", 2_000);
    private static final int VALUES = 5;

    private static final SchemaRegistry LIBRARY = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    @Test
    void anIndependentLibraryAgreesOnRandomSchemas() {
        int accepted = 0;
        for (int number = 0; number < SCHEMAS; number++) {
            RandomSchemas random = new RandomSchemas(SEED + number);
            ObjectNode document = random.document();
            Schema theirs = LIBRARY.getSchema(document);
            CompiledSchema ours = Schemas.of(SampleSchemas.contract(Dialect.OPENAPI_3_1, document))
                    .compile(SchemaNode.of(document, Dialect.OPENAPI_3_1, ""), Direction.ANY);
            for (int count = 0; count < VALUES; count++) {
                JsonNode value = random.value(3);
                boolean expected = theirs.validate(value).isEmpty();
                assertThat(ours.accepts(value))
                        .as("seed %d%nschema %s%nvalue %s", SEED + number, document, value)
                        .isEqualTo(expected);
                assertThat(ours.validate(value).isEmpty())
                        .as("explanation, seed %d%nschema %s%nvalue %s", SEED + number, document, value)
                        .isEqualTo(expected);
                assertThat(SampleSchemas.acceptsText(ours, value.toString()))
                        .as("while read, seed %d%nschema %s%nvalue %s", SEED + number, document, value)
                        .isEqualTo(expected);
                accepted += expected ? 1 : 0;
            }
        }
        // Both answers must be common, or agreement would mean little.
        assertThat(accepted).isBetween(SCHEMAS * VALUES / 5, SCHEMAS * VALUES * 4 / 5);
    }
}
