package dev.countersign.mock.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Reads a file of certificates that are trusted besides those that Java trusts. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * Both together.
     *
     * @param file PEM or DER, one certificate or many
     * @throws IllegalArgumentException when the file cannot be read or holds no certificate; the message says so
     */
    public static KeyStore with(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : read(file)) {
                store.setCertificateEntry("own-" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trusting) {
                    for (Certificate certificate : trusting.getAcceptedIssuers()) {
                        store.setCertificateEntry("java-" + number++, certificate);
                    }
                }
            }
            return store;
        } catch (IOException e) {
            throw new IllegalArgumentException("the file " + file + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the file " + file + " holds no certificates in PEM", e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream content = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(content);
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("empty");
            }
            return certificates;
        }
    }
}
