package dev.countersign.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.openapi.ContractLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample contract that ships with this repository, as a frontend developer meets it. */
class SampleAuthTest {
    private static final Mock MOCK =
            Mock.compile(ContractLoader.load(Path.of("../openapi/auth.yaml")).contract(), MockOptions.DEFAULTS);
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
        assertThat(response.text())
                .isEqualTo("{\"AuthenticationResult\":{\"AccessToken\":\"\",\"ExpiresIn\":3600,\"IdToken\":\"\","
                        + "\"RefreshToken\":\"\",\"Scope\":\"offline_access openid\",\"TokenType\":\"Bearer\"}}");
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

    @Test
    void prefersSuccessWhenTwoExamplesShareARequest() {
        assertThat(post("/forgotPassword", "{\"email\":\"abc@abc.com\"}").status())
                .isEqualTo(200);
    }
}
