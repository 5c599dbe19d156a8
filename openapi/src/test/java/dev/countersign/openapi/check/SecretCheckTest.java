package dev.countersign.openapi.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretCheckTest {
    @ParameterizedTest
    @CsvSource({
        "password,true",
        "oldPassword,true",
        "AccessToken,true",
        "client_secret,true",
        "apiKey,true",
        "API-Key,true",
        "refreshToken,true",
        "IDToken,true",
        "tokenType,false",
        "nextPageToken,false",
        "passwordHint,false",
        "key,false",
        "primaryKey,false",
        "secretary,false"
    })
    void knowsASecretByItsName(String name, boolean secret) {
        assertThat(SecretCheck.soundsSecret(name)).isEqualTo(secret);
    }
}
