package dev.countersign.client;

import static dev.countersign.client.RawServer.http;
import static dev.countersign.client.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sample.zoo.ZooClient;
import sample.zoo.model.Animal;
import sample.zoo.model.Cage;
import sample.zoo.model.Kind;
import sample.zoo.model.ProblemException;
import sample.zoo.model.Tick;

/** Answers in which something does not fit the contract: it alone is lost, and not even that. */
class LenientReadingTest {
    private static final String SECRET = "hunter2-hunter2";

    private final List<String> told = new ArrayList<>();

    private ClientBuilder<ZooClient> client(RawServer server) {
        return ZooClient.builder()
                .baseUrl(server.url())
                .reading(Reading.LENIENT)
                .observer(new CallObserver() {
                    @Override
                    public void onMisfits(ReceivedResponse response, List<Misfit> misfits) {
                        misfits.forEach(misfit -> told.add(response.operation() + " " + misfit));
                    }
                });
    }

    private static String animal(String more) {
        return "{\"id\": 1, \"kind\": \"lion\", \"weight\": 2.5" + more + "}";
    }

    private Animal read(String body) {
        try (RawServer server = RawServer.playing(json(200, body));
                ZooClient client = client(server).build()) {
            return client.animals().getAnimal("1");
        }
    }

    @Test
    void aDateOfOneItemCostsThatDate() {
        String animals = IntStream.range(0, 40)
                .mapToObj(i -> animal(", \"born\": \"" + (i == 37 ? SECRET : "2020-01-02") + "\""))
                .collect(Collectors.joining(",", "[", "]"));
        try (RawServer server = RawServer.playing(json(200, animals));
                ZooClient client = client(server).build()) {
            List<Animal> read = client.animals().listAnimals();

            assertThat(read).hasSize(40);
            for (int i = 0; i < 40; i++) {
                assertThat(read.get(i).born().isPresent()).isEqualTo(i != 37);
            }
            assertThat(read.get(0).misfits()).isEmpty();
            assertThat(read.get(37).misfits()).containsExactly(entry("/born", SECRET));
            assertThat(read.get(37).id()).isEqualTo(1);
            assertThat(told).containsExactly("GET /animals at /37/born, expected LocalDate");
            assertThat(read.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void theSameFailsWhereNothingElseWasAskedFor() {
        try (RawServer server = RawServer.playing(json(200, animal(", \"born\": \"" + SECRET + "\"")));
                ZooClient client = ZooClient.builder().baseUrl(server.url()).build()) {
            assertThatThrownBy(() -> client.animals().getAnimal("1"))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageEndingWith("at /born, expected LocalDate");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | 7 | expected String",
                "name | {\"a\": [1]} | expected String",
                "seen | 2020-01-02 | expected OffsetDateTime",
                "seen | '[]' | expected OffsetDateTime",
                "chip | 'no base 64!' | expected byte[]",
                "parents | 7 | expected List",
                "nick | 7 | expected String",
            })
    void aValueOfAnotherTypeIsLeftOutAndKept(String name, String value, String what) {
        String raw = value.matches("[\\[{\\d].*") && !value.contains("-") ? value : "\"" + value + "\"";
        Animal animal = read(animal(", \"" + name + "\": " + raw));

        assertThat(animal.misfits()).containsOnlyKeys("/" + name);
        assertThat(animal)
                .isEqualTo(Animal.builder()
                        .id(1)
                        .kind(Kind.LION)
                        .weight(new BigDecimal("2.5"))
                        .build());
        assertThat(told).containsExactly("GET /animals/{id} at /" + name + ", " + what);
    }

    @Test
    void aRequiredValueThatDoesNotFitIsMissedWhenItIsAskedFor() {
        Animal animal = read("{\"id\": \"" + SECRET + "\", \"weight\": null, \"name\": \"Leo\"}");

        assertThat(animal.name()).contains("Leo");
        Map<String, Object> expected = new HashMap<>();
        expected.put("/id", SECRET);
        expected.put("/kind", null);
        expected.put("/weight", null);
        assertThat(animal.misfits()).isEqualTo(expected);
        assertThat(told)
                .containsExactly(
                        "GET /animals/{id} at /id, expected long",
                        "GET /animals/{id} at /kind, the required property is missing",
                        "GET /animals/{id} at /weight, the required property is missing");
        MissingPropertiesException thrown = catchThrowableOfType(MissingPropertiesException.class, animal::id);
        assertThat(thrown)
                .hasMessage("Animal, read leniently, has no value that fits the contract (see misfits):"
                        + " required property \"id\" is missing");
        assertThat(thrown.properties()).containsExactly("id");
        assertThatThrownBy(animal::kind).isInstanceOf(MissingPropertiesException.class);
        assertThatThrownBy(animal::weight).isInstanceOf(MissingPropertiesException.class);
        assertThatThrownBy(() -> animal.toBuilder().build()).isInstanceOf(MissingPropertiesException.class);
    }

    @Test
    void whatLiesDeeperIsKeptWhereItLies() {
        Animal animal =
                read(animal(", \"parents\": [" + animal("") + ", true, " + animal(", \"born\": 7, \"parents\": [{}]")
                        + "], \"home\": {\"type\": \"Cage\", \"bars\": \"many\"}, \"mood\": {\"any\": 1}"));

        assertThat(animal.misfits()).containsExactly(entry("/parents/1", true));
        List<Animal> parents = animal.parents().orElseThrow();
        assertThat(parents).hasSize(2);
        assertThat(parents.get(1).misfits()).containsExactly(entry("/born", 7));
        assertThat(parents.get(1).parents().orElseThrow().get(0).misfits()).containsOnlyKeys("/id", "/kind", "/weight");
        assertThat(animal.home()).containsInstanceOf(Cage.class);
        assertThat(((Cage) animal.home().orElseThrow()).misfits()).containsExactly(entry("/bars", "many"));
        assertThat(animal.additionalProperties()).containsExactly(entry("mood", Map.of("any", 1)));
        assertThat(told).contains("GET /animals/{id} at /parents/2/born, expected LocalDate");
        assertThat(told).contains("GET /animals/{id} at /parents/2/parents/0/id, the required property is missing");
        assertThat(told).contains("GET /animals/{id} at /home/bars, expected long");
    }

    @Test
    void whatTheContractDoesNotKnowFitsAsEver() {
        Animal animal = read("{\"id\": 1, \"kind\": \"unicorn\", \"weight\": 1, \"home\": {\"type\": \"Pond\"}}");

        assertThat(animal.kind().value()).isEqualTo("unicorn");
        assertThat(animal.misfits()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whatDoesNotFitIsNotWritten() {
        try (RawServer server = RawServer.playing(json(200, animal(", \"born\": \"soon\"")), json(201, animal("")));
                ZooClient client = client(server).build()) {
            client.animals().addAnimal(client.animals().getAnimal("1"));

            assertThat(server.requests().get(1)).endsWith("{\"id\":1,\"kind\":\"lion\",\"weight\":2.5}");
        }
    }

    @Test
    void whatIsNoObjectAtAllFails() {
        for (String body : List.of("7", "[]", "{\"id\": 1", "", "null")) {
            assertThatThrownBy(() -> read(body)).as(body).isInstanceOf(DecodingException.class);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void asyncCallsStreamsAndErrorsAreReadAlike() {
        try (RawServer server = RawServer.playing(
                        json(200, animal(", \"born\": 7")),
                        http(200, "{\"n\": 1, \"text\": 7}\n{\"n\": 2}\n", "Content-Type: application/jsonl"),
                        json(409, "{\"detail\": \"there\"}"));
                ZooClient client = client(server).build()) {
            assertThat(client.async().animals().getAnimal("1").join().misfits()).containsOnlyKeys("/born");
            try (ItemStream<Tick> ticks = client.feeds().exportDiary()) {
                assertThat(ticks.stream()).extracting(Tick::n).containsExactly(1L, 2L);
            }
            ProblemException thrown = catchThrowableOfType(
                    ProblemException.class,
                    () -> client.animals()
                            .addAnimal(Animal.builder()
                                    .id(1)
                                    .kind(Kind.LION)
                                    .weight(BigDecimal.ONE)
                                    .build()));
            assertThat(thrown.error().detail()).contains("there");
            assertThat(told)
                    .containsExactly(
                            "GET /animals/{id} at /born, expected LocalDate",
                            "GET /diary at /text, expected String",
                            "POST /animals at /title, the required property is missing");
        }
    }

    @Test
    void aModelMayBeBuiltLikeThatForATest() {
        Animal animal = Animal.builder()
                .misfit("/id", 7)
                .kind(Kind.LION)
                .weight(BigDecimal.ONE)
                .build();

        assertThat(animal.misfits()).isEqualTo(Map.of("/id", 7));
        assertThatThrownBy(animal::id).isInstanceOf(MissingPropertiesException.class);
    }
}
