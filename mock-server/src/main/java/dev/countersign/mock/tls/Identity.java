package dev.countersign.mock.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A private key and its certificate.
 *
 * @param chain the certificate, and those that issued it, each the one before
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    private static final String ALIAS = "server";

    public Identity {
        chain = List.copyOf(chain);
    }

    /** As the Java platform's TLS wants it; without a password, as it never leaves this process. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(X509Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a key store in memory cannot be made", e);
        }
    }

    /** The SHA-256 digest of the certificate, as browsers show it. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The certificate, without its key, in PEM (RFC 7468). */
    public String certificatePem() {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    private byte[] encoded() {
        try {
            return chain.get(0).getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** No key, whatever it is printed for. */
    @Override
    public String toString() {
        return "Identity[" + fingerprint() + "]";
    }
}
