package dev.countersign.client.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a builder knows by itself: which of several schemas it builds, and values that the contract leaves no choice of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltValuesTest {
    private GeneratedClient client;

    @BeforeAll
    void generate(@TempDir Path folder) {
        client = GeneratedClient.of(Path.of("src/test/resources/contracts/built-values.yaml"), folder);
        assertThat(client.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    Password     | {"grant_type":"password"}
                    Code         | {}
                    Cat          | {"kind":"Cat"}
                    Dog          | {"kind":"hound"}
                    AnimalBase   | {"kind":"Animal"}
                    Circle       | {"code":1}
                    Square       | {"code":2}
                    Car          | {"type":"car"}
                    Truck        | {"type":"Truck"}
                    Fixed        | {"text":"x","number":5,"flag":true,"word":"only"}
                    MaybeFixed   | {}
                    On           | {"on":true}
                    Off          | {"on":false}
                    Low          | {"level":"1"}
                    High         | {"level":2}
                    First        | {}
                    Second       | {}
                    FixedNumbers | {"price":1.50,"ratio":0.5,"many":18446744073709551615}
                    """)
    void isSentWithoutBeingSet(String model, String json) throws Exception {
        Object builder = client.model(model).getMethod("builder").invoke(null);

        Object built = builder.getClass().getMethod("build").invoke(builder);

        assertThat(new String(Json.write(built), UTF_8)).isEqualTo(json);
    }

    @Test
    void mayBeSetToAnotherOfSeveral() throws Exception {
        Object builder = client.model("Code").getMethod("builder").invoke(null);
        builder.getClass().getMethod("grantType", String.class).invoke(builder, "code");

        assertThat(new String(Json.write(builder.getClass().getMethod("build").invoke(builder)), UTF_8))
                .isEqualTo("{\"grant_type\":\"code\"}");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    Grant    | Password   | {"user":"u","grant_type":"password"}
                    Grant    | Code       | {"grant_type":"code"}
                    Animal   | Dog        | {"kind":"hound"}
                    Shape    | Circle     | {"code":1,"radius":2}
                    Shape    | Square     | {"code":2}
                    Shape    | Unknown    | {"code":3}
                    Vehicle  | Car        | {"type":"car"}
                    Toggle   | Off        | {"on":false}
                    Toggle   | On         | {"on":true,"power":1}
                    Level    | Low        | {"level":"1"}
                    Level    | High       | {"level":2}
                    """)
    void isReadAsWhatItSaysAndWrittenBack(String union, String model, String json) throws Exception {
        Object read = Json.read(json.getBytes(UTF_8), JsonType.of(client.model(union)));

        assertThat(read.getClass().getSimpleName()).isEqualTo(model);
        assertThat(new String(Json.write(read), UTF_8)).isEqualTo(json);
    }

    /** What an answer does not hold is not put into it. */
    @Test
    void isNotAddedToWhatWasRead() throws Exception {
        Object read = Json.read("{\"user\":\"u\"}".getBytes(UTF_8), JsonType.of(client.model("Password")));

        assertThat(new String(Json.write(read), UTF_8)).isEqualTo("{\"user\":\"u\"}");
    }
}
