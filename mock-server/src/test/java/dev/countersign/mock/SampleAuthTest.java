package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.ContractLoader;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample contract that ships with this repository, as a frontend developer meets it. */
class SampleAuthTest {
    private static final Mock MOCK =
            Mock.compile(ContractLoader.load(Path.of("../openapi/auth.yaml")).contract(), MockOptions.DEFAULTS);
    private static final String JSON_WEB_TOKEN = "eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+";
    private static final String SIGN_IN = "{\"email\":\"me@here.org\",\"password\":\"x\"}";

    private static MockResponse post(String path, String body, String... prefer) {
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", "application/json")));
        for (String preference : prefer) {
            headers.add(new Header("Prefer", preference));
        }
        return MOCK.answer(MockRequest.of("POST", path, headers, body));
    }

    @Test
    void answersWithTheDocumentedExample() {
        MockResponse response = post("/signIn", SIGN_IN);

        assertThat(response.status()).isEqualTo(200);
        JsonNode tokens = JsonMapper.shared().readTree(response.body()).path("AuthenticationResult");
        assertThat(tokens.path("AccessToken").asString()).matches(JSON_WEB_TOKEN);
        assertThat(tokens.path("IdToken").asString()).matches(JSON_WEB_TOKEN);
        assertThat(tokens.path("RefreshToken").asString()).isEqualTo("HEpb6yNYH68XTFING3a_RkqLHOgFosQv5-7W0_So3VE");
        assertThat(tokens.path("ExpiresIn").asInt()).isEqualTo(3600);
        assertThat(tokens.path("TokenType").asString()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/signIn|Validation Error|body /email: required property \\\"email\\\" is missing; body /password: required property \\\"password\\\" is missing",
                "/forgotPassword|Validation Error|body /email: required property \\\"email\\\" is missing",
                "/changePassword|Validation Error|body /email: required property \\\"email\\\" is missing; body /oldPassword: required property \\\"oldPassword\\\" is missing; body /newPassword: required property \\\"newPassword\\\" is missing",
                "/refreshToken|Invalid Refresh Token|body /refreshToken: required property \\\"refreshToken\\\" is missing",
            })
    void namesEachMissingFieldInTheContractsOwnWords(String path, String message, String body) {
        MockResponse response = post(path, "{}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text())
                .isEqualTo("{\"statusCode\":400,\"message\":\"%s\",\"body\":\"%s\"}".formatted(message, body));
    }

    @Test
    void answersTheErrorThatIsAskedFor() {
        MockResponse response = post("/signIn", "{}", "code=500");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).isEqualTo("{\"statusCode\":500,\"message\":\"Internal Server Error\"}");
        assertThat(response.header("Preference-Applied")).contains("code=500");
    }

    @Test
    void recognisesTheExampleOfARequestThatIsRefused() {
        MockResponse response = post("/signIn", "{\"password\":\"Gpattm@#124\",\"email\":\"nobody@abc.com\"}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text())
                .isEqualTo("{\"statusCode\":400,\"message\":\"Validation Error\",\"body\":\"error description\"}");
    }

    /** Plain data reach every documented error: nothing has to be preferred. */
    @Test
    void answersEachDocumentedErrorToItsOwnRequest() {
        for (Operation operation : MOCK.contract().operations()) {
            MediaTypeSpec body = operation.requestBody().orElseThrow().content().get(0);
            Map<String, Integer> statuses = new HashMap<>();
            operation
                    .responses()
                    .forEach(response -> response.content()
                            .get(0)
                            .examples()
                            .forEach(example -> statuses.put(example.name(), Integer.parseInt(response.status()))));
            for (Example example : body.examples()) {
                String sent = example.value().orElseThrow().toString();
                assertThat(post(operation.path(), sent).status())
                        .as(operation.id() + " " + example.name())
                        .isEqualTo(statuses.remove(example.name()));
            }
            assertThat(statuses).as(operation.id()).isEmpty();
        }
    }
}
