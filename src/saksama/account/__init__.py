"""The account: put together from the desk (`build`), shown as terminal, Markdown, HTML or JSON.

Importing the room loads none of its faces: each is imported where it is wanted.
"""
