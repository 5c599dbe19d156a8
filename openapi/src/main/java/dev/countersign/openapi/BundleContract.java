package dev.countersign.openapi;

import java.nio.file.Path;

/** Build step: reads the contract, checks it, and writes it as one file. */
final class BundleContract {
    private BundleContract() {}

    public static void main(String[] args) {
        ContractLoader.load(Path.of(args[0]));
    }
}
