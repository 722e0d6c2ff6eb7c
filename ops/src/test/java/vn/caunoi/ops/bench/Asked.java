package vn.caunoi.ops.bench;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * What a run is to be.
 *
 * @param pairs of each row; 0 for as many as is usual for the size
 * @param cases in the store of very many; 0 for as many as is usual for the size
 * @param results is told each line
 * @param progress is told what is being done, which takes minutes
 */
record Asked(Size size, int pairs, int cases, PrintStream results, PrintStream progress) {

    static Asked quietly(Size size) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Asked(size, 1, 0, nowhere, nowhere);
    }

    int pairs(boolean heavy) {
        return pairs > 0 ? pairs : size.pairs(heavy);
    }
}
