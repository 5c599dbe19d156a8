package dev.countersign.mock.oidc;

import dev.countersign.openapi.json.JsonTree;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The RSA key that a server signs its tokens with (RS256, RFC 7518 section 3.3). It is made when it is first needed, which takes a
 * moment, and ends with the process. Thread-safe.
 */
public final class SigningKey {
    private static final int BITS = 2_048;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private @Nullable KeyPair pair;

    /** The public key as a set of one (RFC 7517 section 5), for those who verify tokens. */
    public ObjectNode keySet() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").add(numbers().put("use", "sig").put("alg", "RS256").put("kid", id()));
        return set;
    }

    /** The key's thumbprint (RFC 7638). */
    String id() {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(JsonTree.bytes(numbers())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair().getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA256withRSA", e);
        }
    }

    boolean hasSigned(byte[] content, byte[] claimed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(pair().getPublic());
            signature.update(content);
            return signature.verify(claimed);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    /** What a thumbprint is made of, in the order that it prescribes. */
    private ObjectNode numbers() {
        RSAPublicKey key = (RSAPublicKey) pair().getPublic();
        return JsonNodeFactory.instance
                .objectNode()
                .put("e", number(key.getPublicExponent()))
                .put("kty", "RSA")
                .put("n", number(key.getModulus()));
    }

    /** Unsigned, big-endian, without leading zeros (RFC 7518 section 2). */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private synchronized KeyPair pair() {
        KeyPair made = pair;
        if (made == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                made = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has RSA", e);
            }
            pair = made;
        }
        return made;
    }
}
