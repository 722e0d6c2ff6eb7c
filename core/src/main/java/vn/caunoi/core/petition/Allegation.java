package vn.caunoi.core.petition;

import vn.caunoi.core.vault.Sealed;

/** What was found of one point of a denunciation. */
public record Allegation(int point, Sealed finding, Verdict verdict) {}
