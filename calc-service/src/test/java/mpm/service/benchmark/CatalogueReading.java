package mpm.service.benchmark;

import mpm.functions.Functions;

/** Prints how many milliseconds a new JVM takes to read the catalogue. */
final class CatalogueReading {

    private CatalogueReading() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        int functions = Functions.CATALOGUE.functions().size();
        long end = System.nanoTime();
        if (functions == 0) {
            throw new IllegalStateException("The catalogue is empty.");
        }
        System.out.println((end - start) / 1e6);
    }
}
