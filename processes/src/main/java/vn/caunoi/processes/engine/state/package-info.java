/** Where process instances stand, one row each: read and written by us, told to the engine as if from its own tables. */
@NullMarked
package vn.caunoi.processes.engine.state;

import org.jspecify.annotations.NullMarked;
