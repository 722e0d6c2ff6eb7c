package vn.caunoi.processes.simulation;

import java.util.List;
import java.util.Map;

/**
 * What is played.
 *
 * @param ways past cases; each that comes goes the way of one of them
 * @param rates how many come on each working day, on average: first those that only fill the desks
 * @param filling how many of these days are not counted
 * @param places how many tasks each line works at at once; a line without is never short of people
 */
public record World(List<Way> ways, List<Double> rates, int filling, Map<String, Integer> places) {
    public World {
        if (ways.isEmpty()) throw new IllegalArgumentException("nothing to learn from");
        ways = List.copyOf(ways);
        rates = List.copyOf(rates);
        places = Map.copyOf(places);
    }
}
