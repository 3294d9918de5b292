"""Hide what is installed in place, for programs run with the code of another checkout.

Python runs this before such a program. Whatever module of the generator the other checkout lacks
would otherwise come from the checkout that is installed, unnoticed.
"""

import sys

sys.meta_path[:] = [
    finder for finder in sys.meta_path if not getattr(finder, "__module__", "").startswith("__editable__")
]
