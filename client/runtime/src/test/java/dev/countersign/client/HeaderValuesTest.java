package dev.countersign.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sample.zoo.ZooClient;
import sample.zoo.api.AnimalsApi.ListAnimalsParams;

/** A value that no header can carry is refused before anything is sent, and stands in no text. */
class HeaderValuesTest {
    private static final String SECRET = "TOPSECRET";

    private interface Use {
        void value(String value, ClientBuilder<ZooClient> builder);
    }

    static Stream<Arguments> uses() {
        List<Use> uses = List.of(
                (value, builder) -> builder.credential("tag", Credential.of(value))
                        .build()
                        .keepers()
                        .lookIntoSafe(),
                (value, builder) ->
                        builder.header("X-Own", value).build().animals().listAnimals(),
                (value, builder) -> builder.userAgent(value).build().animals().listAnimals(),
                (value, builder) -> builder.build()
                        .withOptions(RequestOptions.none().withHeader("X-Own", value))
                        .animals()
                        .listAnimals(),
                (value, builder) -> builder.interceptor(template -> template.header("X-Own", value))
                        .build()
                        .animals()
                        .listAnimals(),
                (value, builder) -> builder.build()
                        .animals()
                        .listAnimals(ListAnimalsParams.builder()
                                .xTrace(List.of(value))
                                .build()),
                (value, builder) -> builder.header("X-Own", value)
                        .build()
                        .async()
                        .animals()
                        .listAnimals()
                        .join());
        return uses.stream()
                .flatMap(use -> Stream.of(
                                "\u200b",
                                "\u201d",
                                "\u2026",
                                "\u00e9",
                                "\u00ff",
                                "\r\nX: y",
                                "\u0000",
                                "\u007f",
                                "\ud83d\ude00")
                        .map(character -> Arguments.of(use, character)));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void isRefused(Use use, String character) {
        try (RawServer server = RawServer.playing(RawServer.json(200, "[]"))) {
            ThrowingCallable call =
                    () -> use.value(SECRET + character, ZooClient.builder().baseUrl(server.url()));
            Throwable thrown = catchThrowable(call);

            assertThat(thrown).hasMessageContaining("header");
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            assertThat(text.toString()).doesNotContain(SECRET).contains("IllegalArgumentException");
            assertThat(server.requests()).isEmpty();
        }
    }
}
