/** Where the time of a row goes: a recording, folded to a list and a picture. */
@NullMarked
package vn.caunoi.ops.bench.profile;

import org.jspecify.annotations.NullMarked;
