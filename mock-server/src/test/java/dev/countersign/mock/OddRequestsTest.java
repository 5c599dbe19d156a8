package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No request, however odd, is left without an answer (RFC 9110 section 2.4: a recipient parses what is not what it hoped
 * for). Requests that fit are spoilt at random places; the seed is fixed.
 */
class OddRequestsTest {
    private static final long SEED = 20261124;
    private static final int ROUNDS = 400;
    private static final String[] SCRAPS = {
        "",
        "%",
        "%zz",
        "%00",
        "%FF",
        ";",
        ".",
        "..",
        "//",
        "{",
        "}",
        "[",
        "]",
        "[]",
        "\"",
        "\\",
        ",",
        "=",
        "&",
        "?",
        "#",
        "null",
        "NaN",
        "1e9999",
        "-",
        "\u0000",
        "\r\nX: y",
        "\ud800",
        "é",
        "$ref",
        "a".repeat(3000),
        "[".repeat(3000)
    };
    private static final String[] FIELDS = {
        "Content-Type", "Accept", "Prefer", "Cookie", "Authorization", "Content-Length", "X-Request-Id", "color"
    };
    private static final String[] VALUES = {
        "",
        ";",
        "/",
        "a/b;c",
        "*/*;q=x",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=-",
        "application/json; charset=none",
        "code=\"",
        "code=2147483648",
        "example=,;=",
        "dynamic, seed=x",
        "Basic",
        "\"",
        "a=b;c"
    };

    @ParameterizedTest
    @ValueSource(strings = {"styles.yaml", "recursive.yaml", "swagger2.json", "split/api.yaml"})
    void everyRequestGetsAnAnswer(String name) {
        Contract contract = ContractLoader.load(
                        Path.of("src/test/resources/contracts").resolve(name))
                .contract();
        Mock mock = Mock.compile(contract, MockOptions.DEFAULTS);
        ValidRequests requests = new ValidRequests(contract);
        Random random = new Random(SEED);
        for (Operation operation : contract.operations()) {
            MockRequest valid = requests.of(operation, 0);
            for (int round = 0; round < ROUNDS; round++) {
                MockRequest odd = spoil(valid, random);

                MockResponse response = mock.answer(odd);

                assertThat(response.status()).as("%s, round %d", odd, round).isBetween(200, 599);
                assertThat(response.headers())
                        .allSatisfy(header -> assertThat(header.value()).doesNotContain("\r", "\n"));
            }
        }
    }

    private static MockRequest spoil(MockRequest request, Random random) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        List<Header> headers = new ArrayList<>(request.headers().fields());
        if (random.nextInt(3) == 0) {
            headers.add(random.nextInt(headers.size() + 1), new Header(any(FIELDS, random), any(VALUES, random)));
        }
        return new MockRequest(
                random.nextInt(20) == 0
                        ? any(new String[] {"HEAD", "OPTIONS", "TRACE", "X"}, random)
                        : request.method(),
                random.nextBoolean() ? request.path() : spoil(request.path(), random),
                random.nextBoolean() ? request.query() : spoil(request.query(), random),
                Headers.of(headers),
                (random.nextBoolean() ? body : spoil(body, random)).getBytes(StandardCharsets.UTF_8));
    }

    private static String spoil(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        return text.substring(0, from) + any(SCRAPS, random) + text.substring(to);
    }

    private static String any(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
