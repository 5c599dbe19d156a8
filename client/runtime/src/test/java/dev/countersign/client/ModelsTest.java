package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.countersign.client.runtime.json.Json;
import dev.countersign.client.runtime.json.JsonType;
import dev.countersign.client.runtime.json.MisfitException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sample.zoo.model.Animal;
import sample.zoo.model.AnimalHome;
import sample.zoo.model.Cage;
import sample.zoo.model.Kind;
import sample.zoo.model.Login;

class ModelsTest {
    private static final Animal LION = Animal.builder()
            .id(1)
            .kind(Kind.LION)
            .weight(new BigDecimal("120.50"))
            .build();

    private static String write(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    private static Animal read(String json) throws MisfitException {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), JsonType.of(Animal.class));
    }

    @Test
    void namesEveryRequiredPropertyThatIsMissing() {
        assertThatThrownBy(() -> Animal.builder().kind(Kind.LION).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Animal cannot be built: required properties \"id\", \"weight\" are missing");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(write(LION)).isEqualTo("{\"id\":1,\"kind\":\"lion\",\"weight\":120.50}");
        assertThat(LION.name()).isEmpty();
    }

    /** JSON Schema Validation section 6.1.1: a number without a fraction is an integer, however it is written. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "0.7e1", "70E-1"})
    void readsAnIntegerHoweverItIsWritten(String seven) throws MisfitException {
        assertThat(read("{\"id\":" + seven + ",\"kind\":\"lion\",\"weight\":1}").id())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "1e30", "1e999999999", "\"7\"", "true", "null"})
    void takesNothingElseForAnInteger(String other) {
        assertThatThrownBy(() -> read("{\"id\":" + other + ",\"kind\":\"lion\",\"weight\":1}"))
                .isInstanceOf(MisfitException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "-3e3, -3000", "0.1, 0.1", "1e300, 1.0E300", "9007199254740993, 9007199254740992"})
    void writesADoubleWithoutAPointWhereItNeedsNone(double number, String expected) {
        assertThat(write(number)).isEqualTo(expected);
        assertThat(write(List.of(number))).isEqualTo("[" + expected + "]");
    }

    @Test
    void tellsNullFromAbsent() throws MisfitException {
        Animal without = read("{\"id\":1,\"kind\":\"lion\",\"weight\":1}");
        Animal withNull = read("{\"id\":1,\"kind\":\"lion\",\"weight\":1,\"nick\":null}");

        assertThat(without.nick().isPresent()).isFalse();
        assertThat(withNull.nick().isNull()).isTrue();
        assertThat(write(without)).doesNotContain("nick");
        assertThat(write(withNull)).contains("\"nick\":null");
        assertThat(write(without.toBuilder().nick(null).build())).isEqualTo(write(withNull));
        assertThat(without).isNotEqualTo(withNull);
    }

    @Test
    void keepsWhatTheContractDoesNotKnow() throws MisfitException {
        String json =
                "{\"id\":1,\"kind\":\"zebra\",\"weight\":1.10,\"extra\":{\"a\":[1,null]},\"more\":12345678901234567890}";

        Animal animal = read(json);

        assertThat(animal.kind().isKnown()).isFalse();
        assertThat(animal.additionalProperties()).containsOnlyKeys("extra", "more");
        assertThat(write(animal)).isEqualTo(json);
        assertThat(write(animal.toBuilder().build())).isEqualTo(json);
    }

    @Test
    void takesFieldsOfTheCallersOwnButNotInPlaceOfTheContracts() {
        assertThat(write(LION.toBuilder()
                        .additionalProperty("x", IntNode.valueOf(1))
                        .build()))
                .endsWith(",\"x\":1}");
        assertThatThrownBy(() -> Animal.builder().additionalProperty("id", IntNode.valueOf(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Animal has a property of its own called id");
    }

    @Test
    void readsAUnionByItsDiscriminatorAndKeepsAnUnknownOne() throws MisfitException {
        String cage = "{\"id\":1,\"kind\":\"lion\",\"weight\":1,\"home\":{\"type\":\"Cage\",\"bars\":9}}";
        String cave = "{\"id\":1,\"kind\":\"lion\",\"weight\":1,\"home\":{\"type\":\"Cave\",\"deep\":true}}";

        assertThat(read(cage).home())
                .contains(Cage.builder().type("Cage").bars(9).build());
        assertThat(read(cave).home()).containsInstanceOf(AnimalHome.Unknown.class);
        assertThat(write(read(cage))).isEqualTo(cage);
        assertThat(write(read(cave))).isEqualTo(cave);
    }

    @Test
    void readsDatesAndBytes() throws MisfitException {
        String json = "{\"id\":1,\"kind\":\"lion\",\"weight\":1,\"born\":\"2020-02-29\","
                + "\"seen\":\"2024-01-02T03:04:05.123+02:00\",\"chip\":\"AQI=\"}";

        Animal animal = read(json);

        assertThat(animal.born()).contains(LocalDate.of(2020, 2, 29));
        assertThat(animal.seen()).contains(OffsetDateTime.parse("2024-01-02T03:04:05.123+02:00"));
        assertThat(animal.chip()).contains(new byte[] {1, 2});
        assertThat(write(animal)).isEqualTo(json);
        assertThat(read(json)).isEqualTo(animal).hasSameHashCodeAs(animal);
    }

    @Test
    void nobodyChangesAModel() {
        List<Animal> parents = new ArrayList<>(List.of(LION));
        byte[] chip = {1};
        Animal animal = LION.toBuilder().parents(parents).chip(chip).build();

        parents.clear();
        chip[0] = 2;
        animal.chip().orElseThrow()[0] = 3;

        assertThat(animal.parents()).contains(List.of(LION));
        assertThat(animal.chip()).contains(new byte[] {1});
    }

    @Test
    void showsEverythingButSecrets() {
        Login login = Login.builder()
                .user("u")
                .password("hunter2")
                .pins(List.of("1234"))
                .additionalProperty("otp", IntNode.valueOf(987654))
                .build();

        assertThat(login).hasToString("Login[user=u, password=***, pins=***, additionalProperties=[otp]]");
        assertThat(Login.builder().user("u").password("p").build())
                .hasToString("Login[user=u, password=***, pins=null]");
    }
}
