package dev.countersign.mock.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/** Reads an identity from files in PEM: a certificate with those that issued it, and a key in PKCS#8, PKCS#1 or SEC 1. */
public final class PemIdentity {
    private PemIdentity() {}

    /**
     * Reads; both may be one file.
     *
     * @throws UnusableIdentityException when they cannot be read, or do not belong together
     */
    public static Identity read(Path certificate, Path key) throws UnusableIdentityException {
        List<X509Certificate> chain = chain(PemFile.read(certificate));
        PrivateKey privateKey = key(PemFile.read(key));
        if (!belongTogether(chain.get(0), privateKey)) {
            throw new UnusableIdentityException(key + ": the key is not that of the certificate in " + certificate
                    + ". The server's own certificate has to be the first in its file");
        }
        return new Identity(privateKey, chain);
    }

    private static List<X509Certificate> chain(PemFile pem) throws UnusableIdentityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemFile.Block block : pem.labelled("CERTIFICATE")) {
            try {
                chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(block.content())));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new UnusableIdentityException(
                        pem.file() + ": certificate " + (chain.size() + 1) + " of the file is damaged");
            }
        }
        if (chain.isEmpty()) {
            throw new UnusableIdentityException(pem.file()
                    + ": the file holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----");
        }
        return chain;
    }

    private static PrivateKey key(PemFile pem) throws UnusableIdentityException {
        List<PemFile.Block> keys = pem.labelled("PRIVATE KEY");
        if (keys.isEmpty()) {
            throw new UnusableIdentityException(
                    pem.file() + ": the file holds no key in PEM, which begins with -----BEGIN PRIVATE KEY-----");
        }
        if (keys.get(0).isEncrypted()) {
            throw new UnusableIdentityException(pem.file()
                    + ": the key is encrypted. Write it without a password: openssl pkey -in FILE -out NEW-FILE");
        }
        try {
            return key(keys.get(0));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableIdentityException(pem.file() + ": the key is damaged, or neither RSA nor of an elliptic"
                    + " curve. Write it anew: openssl pkey -in FILE -out NEW-FILE");
        }
    }

    private static PrivateKey key(PemFile.Block block) throws GeneralSecurityException {
        byte[] content = block.content();
        return switch (block.label()) {
            case "PRIVATE KEY" -> ofAnyKind(content);
            case "RSA PRIVATE KEY" -> of("RSA", PrivateKeyInfo.ofRsa(content));
            case "EC PRIVATE KEY" -> of("EC", PrivateKeyInfo.ofCurve(content));
            default -> throw new IllegalArgumentException(block.label());
        };
    }

    private static PrivateKey ofAnyKind(byte[] info) throws GeneralSecurityException {
        try {
            return of("RSA", info);
        } catch (GeneralSecurityException notRsa) {
            return of("EC", info);
        }
    }

    private static PrivateKey of(String algorithm, byte[] info) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info));
    }

    /** What the one has signed, the other has to confirm. */
    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        try {
            Signature signature =
                    Signature.getInstance("SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
            byte[] text = {1};
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }
}
